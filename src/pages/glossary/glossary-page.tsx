import { GLOSSARY } from "../../terms/glossary";
import { Messages, PageFrame } from "../../views/frame/page-frame";

/** Every term, as they are learnt. */
export function GlossaryPage() {
  return (
    <PageFrame status="nothing leaves this browser">
      <Messages />
      <h1>Glossary</h1>
      {GLOSSARY.map(({ title, entries }) => (
        <section key={title}>
          <h2>{title}</h2>
          <dl>
            {entries.map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </PageFrame>
  );
}
