/** What the published type package lacks or has wrong of the API of Thunderbird 140. */

declare namespace browser {
  namespace alarms {
    interface Alarm { name: string }
    function create(name: string, info: { periodInMinutes: number }): void;
    function clear(name: string): Promise<boolean>;
    const onAlarm: WebExtEvent<(alarm: Alarm) => void>;
  }
  namespace compose {
    function beginNew(messageId: null, details: ComposeDetails): Promise<tabs.Tab>;
  }
}
