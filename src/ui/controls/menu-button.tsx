import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { keepPlaced } from "../keep-placed";
import { Button } from "./button";
import styles from "./menu-button.module.css";

interface Item {
  readonly label: string;
  /** What it is for, in a short line, where the label does not say it. */
  readonly help?: string;
}

/** What can be chosen in a menu: it does something, or leads somewhere. */
export type MenuItem = Item & ({ readonly onUse: () => void } | { readonly href: string });

export interface MenuButtonProps {
  readonly label: string;
  /** What it is of, where several stand on a page: for who cannot see beside what. */
  readonly of?: string;
  readonly items: readonly MenuItem[];
}

/** Where the focus begins: a press of the pointer chooses no item yet, an arrow up opens a menu at its end. */
type Opened = "no" | "menu" | "first" | "last";

/**
 * What is seldom needed, behind one button. Arrows, Home, End and first letters lead through it; Escape, Tab and a press
 * elsewhere close it. See https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/.
 */
export function MenuButton({ label, of, items }: MenuButtonProps) {
  const [opened, setOpened] = useState<Opened>("no");
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const name = of === undefined ? label : `${label}: ${of}`;
  const isOpen = opened !== "no";
  const close = () => setOpened("no");
  // Back to what stays, so that a dialog that opens now has somewhere to return the focus to.
  const goBack = () => {
    close();
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the focus leaves the buttons in it
    <div
      className={styles.menu}
      onBlur={(event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <Button
        ref={opener}
        variant="link"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={name === label ? undefined : name}
        // The focus stays where it is until the press is over: where it left the menu, that would close it, and the press open it.
        onMouseDown={(event) => event.preventDefault()}
        // Enter and Space are clicks without a press.
        onClick={({ detail }) => (isOpen ? goBack() : setOpened(detail > 0 ? "menu" : "first"))}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          event.stopPropagation();
          setOpened(event.key === "ArrowDown" ? "first" : "last");
        }}
      >
        {label}
      </Button>
      {isOpen && (
        <Menu
          id={id}
          name={name}
          items={items}
          startsAt={opened}
          anchor={() => opener.current}
          onUsed={goBack}
          onClose={close}
        />
      )}
    </div>
  );
}

interface MenuProps {
  readonly id: string;
  readonly name: string;
  readonly items: readonly MenuItem[];
  readonly startsAt: Exclude<Opened, "no">;
  readonly anchor: () => HTMLElement | null;
  /** Called before what was chosen acts, and when the reader gives up. */
  readonly onUsed: () => void;
  readonly onClose: () => void;
}

function Menu({ id, name, items, startsAt, anchor, onUsed, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is placed once, and then keeps its place by itself
  useLayoutEffect(() => {
    const [shown, at] = [box.current, anchor()];
    if (shown === null || at === null) return;
    // The top layer, where the browser has it: nothing that scrolls cuts it.
    if ("showPopover" in shown) {
      shown.popover = "manual";
      shown.showPopover();
    }
    const stop = keepPlaced(shown, at, "end");
    const start = startsAt === "menu" ? shown : itemsIn(shown).at(startsAt === "first" ? 0 : -1);
    start?.focus();
    // Not every browser takes the focus away where something is tapped that cannot have it.
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !at.parentElement?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", onPress);
    return () => {
      stop();
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Tab") return onClose();
    const all = itemsIn(event.currentTarget);
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const to = nextItem(event.key, at, items);
    if (to !== null) all[to]?.focus();
    else if (event.key === "Escape") onUsed();
    // A link is followed by Enter alone.
    else if (event.key === " ") all[at]?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label={name}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <Choice key={item.label} item={item} onUsed={onUsed} />
      ))}
    </div>
  );
}

function Choice({ item, onUsed }: { readonly item: MenuItem; readonly onUsed: () => void }) {
  const { label, help } = item;
  const common = { role: "menuitem", tabIndex: -1, className: styles.item };
  const words = (
    <>
      <span>{label}</span> {help !== undefined && <span className={styles.help}>{help}</span>}
    </>
  );
  return "href" in item ? (
    <a {...common} href={item.href} onClick={onUsed}>
      {words}
    </a>
  ) : (
    <button
      {...common}
      type="button"
      onClick={() => {
        onUsed();
        item.onUse();
      }}
    >
      {words}
    </button>
  );
}

function itemsIn(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

/** Which item a key leads to; `null` where it leads nowhere. */
function nextItem(key: string, at: number, items: readonly MenuItem[]): number | null {
  const count = items.length;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return at > 0 ? at - 1 : count - 1;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return null;
  const after = items.map((_, i) => (at + 1 + i) % count);
  return after.find((i) => items[i]?.label.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
