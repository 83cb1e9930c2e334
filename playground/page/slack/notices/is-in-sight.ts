/** Whether the list of the open channel shows the button of this thread, which marks new replies. */
export function isThreadInSight(threadKey: string): boolean {
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-thread]")];
  const button = buttons.find(({ dataset }) => dataset["thread"] === threadKey);
  const list = button?.closest(".slack-messages-scroller");
  if (button === undefined || list == null) return false;
  const [own, around] = [button.getBoundingClientRect(), list.getBoundingClientRect()];
  return (
    own.height > 0 &&
    own.bottom > Math.max(around.top, 0) &&
    own.top < Math.min(around.bottom, innerHeight)
  );
}
