import { tell, useAppStore } from "../../state/app-store";
import { Notice } from "../../ui/feedback/notice";

/** What the app has to say that belongs to no stage. */
export function Messages() {
  const message = useAppStore((state) => state.message);
  if (message === null) return null;
  return (
    <Notice kind={message.isError ? "error" : "info"} onDismiss={() => tell(null)}>
      {message.text}
    </Notice>
  );
}
