import BookOpen from "lucide-react/icons/book-open";
import Building2 from "lucide-react/icons/building-2";
import Gauge from "lucide-react/icons/gauge";
import KeyRound from "lucide-react/icons/key-round";
import LayoutDashboard from "lucide-react/icons/layout-dashboard";
import ListChecks from "lucide-react/icons/list-checks";
import Palette from "lucide-react/icons/palette";
import ScrollText from "lucide-react/icons/scroll-text";
import Server from "lucide-react/icons/server";
import Settings from "lucide-react/icons/settings";
import Trash2 from "lucide-react/icons/trash-2";
import UserCog from "lucide-react/icons/user-cog";
import Users from "lucide-react/icons/users";

const icons = {
  overview: LayoutDashboard,
  customers: Users,
  deleted: Trash2,
  resellers: Building2,
  providers: Server,
  capacity: Gauge,
  keys: KeyRound,
  users: UserCog,
  skins: Palette,
  jobs: ListChecks,
  audit: ScrollText,
  reference: BookOpen,
  settings: Settings,
};

export type NavIconName = keyof typeof icons;

export function NavIcon({ name }: { name: NavIconName }) {
  const Icon = icons[name];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
