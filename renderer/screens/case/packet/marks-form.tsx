// Marks on the pages: cited words in colour, reasons beside them, a line at the foot.
import { Radio, Stack } from '@mantine/core';
import { Marks } from '../../../../shared/model/packet-setup.ts';
import { AutosaveInput } from '../../../parts/autosave.tsx';
import { MARK_NAMES } from './packet-words.ts';
import type { SetupDesk } from './use-setup.ts';

/** Saved at once. */
export function MarksForm({ desk }: { readonly desk: SetupDesk }) {
  const { setup, change } = desk;
  const choices = Marks.shape.highlights.options;
  return (
    <Stack gap="md">
      <Radio.Group
        label="Words the letter relies on"
        value={setup.marks.highlights}
        onChange={(value) => {
          const highlights = choices.find((each) => each === value);
          if (highlights !== undefined)
            change((old) => ({ ...old, marks: { ...old.marks, highlights } }), `${MARK_NAMES[highlights]}.`);
        }}
      >
        <Stack gap={6} mt={6}>
          {choices.map((value) => (
            <Radio key={value} value={value} label={MARK_NAMES[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <AutosaveInput
        label="Line at the foot of every page"
        description="For example: Confidential: contains protected health information. Leave it empty for none."
        maxLength={200}
        value={setup.marks.confidentiality}
        onSave={(confidentiality) =>
          desk.save(
            (old) => ({ ...old, marks: { ...old.marks, confidentiality } }),
            'The line at the foot of the pages is changed.',
          )
        }
      />
    </Stack>
  );
}
