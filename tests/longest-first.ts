// The order of the suites: what takes longest begins first, so that the workers come to their end together. It depends on nothing but this list.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take ten seconds and more beside another worker, the longest first. What is not among them comes after them. */
const LONGEST = [
  'e2e/browser/journey',
  'e2e/browser/vault',
  'e2e/browser/board',
  'e2e/browser/work',
  'integration/core-process/kills',
  'integration/readers/pages',
  'integration/packet/torture',
  'integration/packet/copies',
  'integration/core/sample-case',
  'integration/demo/demo',
  'e2e/browser/letter',
  'e2e/browser/packet',
  'e2e/browser/copies',
  'integration/cli/packet-files',
  'integration/cli/refusals',
  'integration/cli/backup',
  'e2e/electron/desktop',
  'e2e/electron/window',
];

/** The projects after those files: many small files last, which fill up what is left. */
const PROJECTS = ['browser', 'electron', 'integration', 'unit'];

/** Longest first, then by project and path; files of one project stand together, since they share a process. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        PROJECTS.indexOf(a.project.name) - PROJECTS.indexOf(b.project.name) ||
        (a.moduleId < b.moduleId ? -1 : 1),
    );
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
  return place < 0 ? LONGEST.length : place;
}
