import { handlersOf } from "@/lib/api/router";
import { routers } from "@/lib/api/surfaces";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(routers.cockpit);
