/** For a link's `onNavigate`: gives a plain click to `onFollow`; new tabs and windows still open by the browser. */
export const follow = (href: string, onFollow: ((href: string) => void) | undefined) =>
  onFollow &&
  ((event: { preventDefault(): void }) => {
    event.preventDefault();
    onFollow(href);
  });
