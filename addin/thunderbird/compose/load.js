/* Compose scripts are classic scripts; this one only brings in the module. See docs/decisions/0080. */
import(browser.runtime.getURL("thunderbird/compose/main.js"));
