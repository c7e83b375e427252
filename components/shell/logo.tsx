export const Logo = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
    <rect width="32" height="32" rx="8" className="fill-accent-fill" />
    <path
      d="M10 23V9h7.5a4.5 4.5 0 0 1 0 9H10m7 0 5 5"
      fill="none"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="stroke-on-fill"
    />
  </svg>
);
