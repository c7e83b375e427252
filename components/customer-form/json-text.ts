const tokens = /"(?:[^"\\]|\\.)*"|"[^\n]*|[\w.+-]+|[^ \t\n\r]/g;
const string = /^"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/u;
const plain = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Reads a text as JSON until something does not belong there: throws what does instead. */
class Reader {
  private readonly tokens: Token[];
  private next = 0;

  constructor(private readonly text: string) {
    this.tokens = Array.from(text.matchAll(tokens), ({ 0: found, index }) => ({ text: found, at: index }));
  }

  all(): void {
    this.value();
    if (this.tokens[this.next]) this.refuse("nothing more");
  }

  private value(): void {
    if (this.skip("{")) {
      if (this.skip("}")) return;
      do {
        this.take(string, "a name in double quotes");
        this.take(/^:$/, "a colon");
        this.value();
      } while (this.skip(","));
      this.take(/^\}$/, "a comma or }");
    } else if (this.skip("[")) {
      if (this.skip("]")) return;
      do this.value();
      while (this.skip(","));
      this.take(/^\]$/, "a comma or ]");
    } else if (!plain.test(this.tokens[this.next]?.text ?? "")) this.take(string, "a value");
    else this.next++;
  }

  private skip(text: string): boolean {
    const there = this.tokens[this.next]?.text === text;
    if (there) this.next++;
    return there;
  }

  private take(fits: RegExp, wanted: string): void {
    if (!fits.test(this.tokens[this.next]?.text ?? "")) this.refuse(wanted);
    this.next++;
  }

  private refuse(wanted: string): never {
    const found = this.tokens[this.next];
    if (!found) throw `must go on: ${wanted} is missing at its end`;
    const lines = this.text.slice(0, found.at).split("\n");
    const place = `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
    const near = found.text.length > 20 ? `${found.text.slice(0, 20)}…` : found.text;
    throw `must be JSON: at ${place} stands ${near} where ${wanted} belongs`;
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Why a text is no JSON, and where: browsers say it each in its own words, and not all of them say where. */
export function jsonTextFault(text: string): string | undefined {
  if (isJson(text)) return undefined;
  try {
    new Reader(text).all();
  } catch (fault) {
    if (typeof fault === "string") return fault;
  }
  return "must be JSON";
}
