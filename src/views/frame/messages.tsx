import { showMessage } from "../../state/app";
import { useApp, useAppHandle } from "../../state/use-app";
import { Notice } from "../../ui/feedback/notice";

/** What the app has to say that belongs to no stage. */
export function Messages() {
  const app = useAppHandle();
  const message = useApp((state) => state.message);
  if (message === null) return null;
  return (
    <Notice kind={message.isError ? "error" : "info"} onDismiss={() => showMessage(app, null)}>
      {message.text}
    </Notice>
  );
}
