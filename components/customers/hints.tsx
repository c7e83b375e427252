import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";

export interface Hint {
  /** Of the customer's page: where it is put right. */
  href: string;
  text: string;
}

/** What of a customer needs somebody's attention; nothing where nothing does. */
export const Hints = ({ hints }: { hints: readonly Hint[] }) =>
  hints.length > 0 && (
    <Alert tone="warning" className="mb-4">
      <ul aria-label="Needs attention" className="flex flex-wrap gap-x-6 gap-y-1">
        {hints.map(({ href, text }) => (
          <li key={text}>
            <TextLink href={href}>{text}</TextLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
