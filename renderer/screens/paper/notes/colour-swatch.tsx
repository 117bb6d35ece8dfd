// The colour of a highlight as a small sign beside its name.
import type { AnnotationColour } from '../../../../shared/model/annotation.ts';

/** Decoration: the name stands beside it. Its line is that of the highlight on the page. */
export function ColourSwatch({ colour }: { readonly colour: AnnotationColour | undefined }) {
  return <span className="colour-swatch" data-colour={colour ?? 'none'} aria-hidden="true" />;
}
