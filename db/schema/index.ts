export * from "./access";
export * from "./customers";
export * from "./listings";
export * from "./providers";
export * from "./records";
export * from "./tenants";
