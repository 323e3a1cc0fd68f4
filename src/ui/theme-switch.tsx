import { SegmentedChoice } from "./controls/segmented-choice";
import type { Theme } from "./theme";

const OPTIONS = [
  { value: "system", label: "as the system" },
  { value: "light", label: "light" },
  { value: "dark", label: "dark" },
] as const;

export interface ThemeSwitchProps {
  readonly theme: Theme;
  /** The caller keeps the choice and passes it to `applyTheme`. */
  readonly onChange: (theme: Theme) => void;
}

/** Light, dark, or whichever the system has. */
export function ThemeSwitch({ theme, onChange }: ThemeSwitchProps) {
  return (
    <SegmentedChoice label="Look" labelPlace="beside" options={OPTIONS} value={theme} onChange={onChange} />
  );
}
