import {
  ActionIcon, Alert, Button, createTheme, type MantineColorsTuple, Menu, Modal, Paper, Select, TextInput, Tooltip,
} from '@mantine/core';

/** The one accent: a deep pine that keeps 4.5:1 on white and reads calm beside text. */
const pine: MantineColorsTuple = [
  '#eef8f6', '#dceeeb', '#b5dcd6', '#8ac9c0', '#62b5aa', '#3f9d92', '#238478', '#0f6e66', '#0b5952', '#07443f',
];

const gray: MantineColorsTuple = [
  '#f8f9f9', '#f2f3f4', '#e7e9eb', '#d8dbde', '#b9bec4', '#969ca4', '#646b74', '#4b525a', '#30353b', '#1c1f23',
];

const dark: MantineColorsTuple = [
  '#dfe2e5', '#b9bec4', '#9aa1a9', '#6c737b', '#3a4046', '#2c3136', '#222629', '#191c1f', '#141618', '#0e1011',
];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, gray, dark },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } } },
  cursorType: 'pointer',
  components: {
    // The colour of a light alert is too pale for its own title; the icon and the ground carry it.
    Alert: Alert.extend({ styles: { label: { color: 'var(--mantine-color-text)' } } }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Modal: Modal.extend({ defaultProps: { radius: 'md', overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 120 } }, styles: { title: { fontWeight: 600 } } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } }),
    // Tooltips live inside the main landmark; the shell provides the place.
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, transitionProps: { duration: 80 }, portalProps: { target: '#hints' } } }),
    Paper: Paper.extend({ defaultProps: { radius: 'md' } }),
  },
});
