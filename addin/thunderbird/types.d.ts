/** What the published type package lacks or has wrong of the API of Thunderbird 140. */

declare namespace browser {
  namespace alarms {
    interface Alarm { name: string }
    function create(name: string, info: { periodInMinutes: number }): void;
    function clear(name: string): Promise<boolean>;
    const onAlarm: WebExtEvent<(alarm: Alarm) => void>;
  }
  namespace scripting {
    interface Script { id: string; js: string[]; css?: string[] }
    interface Registry {
      getRegisteredScripts(): Promise<Script[]>;
      registerScripts(scripts: Script[]): Promise<void>;
    }
    interface Injection { target: { tabId: number }; files: string[] }
    const compose: Registry;
    const messageDisplay: Registry;
    function executeScript(injection: Injection): Promise<unknown>;
    function insertCSS(injection: Injection): Promise<void>;
  }
  namespace compose {
    function beginNew(messageId: null, details: ComposeDetails): Promise<tabs.Tab>;
  }
}
