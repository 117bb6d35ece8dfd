// How the window looks: system fonts, one accent, and colours with enough contrast in light and dark.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Pine, from a whisper to almost black. */
const PINE: MantineColorsTuple = [
  '#eef6f4',
  '#dbeae6',
  '#b4d4cc',
  '#8abdb1',
  '#67aa9b',
  '#4f9d8c',
  '#3f8d7c',
  '#2c7868',
  '#1d6556',
  '#0c4f42',
];

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const SERIF = "Charter, 'Iowan Old Style', 'Source Serif 4', Georgia, 'Noto Serif', 'Liberation Serif', serif";

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 7 },
  colors: { pine: PINE },
  black: '#1c2422',
  fontFamily: SANS,
  headings: {
    fontFamily: SERIF,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '2rem', lineHeight: '1.2' },
      h2: { fontSize: '1.4rem', lineHeight: '1.3' },
      h3: { fontSize: '1.15rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.82rem', sm: '0.92rem', md: '1.03rem', lg: '1.18rem', xl: '1.35rem' },
  lineHeights: { md: '1.6' },
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: false } } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 600 } },
    // Its head is a <header>, which would count as a second banner of the page.
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: { header: { role: 'presentation' } } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Put this message away' } } },
    Alert: { defaultProps: { radius: 'md' } },
  },
});

/** Mantine's pale greys and reds are too faint to read as small text; these keep at least 4.5 : 1. */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf7',
    '--mantine-color-dimmed': '#57615d',
    '--mantine-color-placeholder': '#666f6b',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': PINE[8],
    '--app-surface': '#ffffff',
    '--app-sunken': '#f2f0ea',
    '--app-line': '#e0ddd4',
    '--app-blank': '#fff1cc',
    '--app-blank-line': '#a66a00',
  },
  dark: {
    '--mantine-color-body': '#171a19',
    '--mantine-color-text': '#e4e7e5',
    '--mantine-color-dimmed': '#a9b2ae',
    '--mantine-color-placeholder': '#98a29d',
    '--mantine-color-error': '#ff9b8f',
    '--mantine-color-anchor': PINE[2],
    '--app-surface': '#202423',
    '--app-sunken': '#121514',
    '--app-line': '#363c3a',
    '--app-blank': '#4a3a10',
    '--app-blank-line': '#e0b04a',
  },
});
