import { useEffect } from "react";
import { useAppHandle } from "../../../state/use-app";
import { pageTitle } from "../../../views/frame/page-title";

/** Names the window after what it shows. The app names it after its page at every change, so this does it again after that. */
export function usePresentTitle(title: string): void {
  const app = useAppHandle();
  useEffect(() => {
    const name = () => {
      document.title = title;
    };
    name();
    const stop = app.state.subscribe(name);
    return () => {
      stop();
      const { route, document: shown } = app.state.getState();
      document.title = pageTitle(route, shown.dataset);
    };
  }, [app, title]);
}
