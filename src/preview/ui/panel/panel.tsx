import { useRef } from 'preact/hooks';
import type { ShownIssue } from '../../../model/workbench.js';
import '../styles/panel.css';
import { type Tab, tabs } from '../place.js';
import { Findings } from './findings.js';
import { Items } from './items.js';
import type { PanelProps } from './panel-props.js';
import { Pool } from './pool.js';
import { Send } from './send.js';
import { Size } from './size.js';

const names: Readonly<Record<Tab, string>> = {
  findings: 'Findings',
  items: 'Items',
  pool: 'Pool',
  size: 'Size',
  send: 'Send',
};

/** What there is to say of an open issue, and to do about it. */
export function Panel(props: PanelProps) {
  const { issue, place, go } = props;
  return (
    <section class="panel" aria-label="About this issue">
      <Tabs issue={issue} tab={place.tab} choose={(tab) => go({ tab })} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <div class="sheet" role="tabpanel" id="panel" aria-labelledby={`tab-${place.tab}`} tabIndex={0}>
        {place.tab === 'findings' && <Findings {...props} />}
        {place.tab === 'items' && <Items key={issue.key} {...props} />}
        {place.tab === 'pool' && <Pool {...props} />}
        {place.tab === 'size' && <Size {...props} />}
        {place.tab === 'send' && <Send key={issue.key} {...props} />}
      </div>
    </section>
  );
}

function Tabs({ issue, tab, choose }: { issue: ShownIssue; tab: Tab; choose: (tab: Tab) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? tab;
    choose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label="About this issue" ref={list} onKeyDown={press}>
      {tabs.map((one) => (
        <button
          type="button"
          key={one}
          id={`tab-${one}`}
          role="tab"
          aria-selected={one === tab}
          aria-controls="panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => choose(one)}
        >
          {names[one]}
          {one === 'findings' && issue.findings.length > 0 && <span class="count">{issue.findings.length}</span>}
        </button>
      ))}
    </div>
  );
}
