export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

/*
 * Each hands the words that were typed to mailout as they are, one an argument, and never to “eval”: a name of a file, or
 * something half typed, is no program text.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# mailout for bash. Once: mailout completion bash >> ~/.bashrc
_mailout() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$(printf '%q' "\${line%%$'\\t'*}")")
  done < <(mailout completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _mailout mailout
`,
  zsh: `#compdef mailout
# mailout for zsh. Once: mailout completion zsh >> ~/.zshrc
_mailout() {
  local line
  local -a values descriptions
  while IFS= read -r line; do
    values+=("\${line%%$'\\t'*}")
    descriptions+=("\${line/$'\\t'/  }")
  done < <(mailout completion --words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#values} )); then compadd -l -d descriptions -a values; else _files; fi
}
(( $+functions[compdef] )) && compdef _mailout mailout
`,
  fish: `# mailout for fish. Once: mailout completion fish > ~/.config/fish/completions/mailout.fish
function __mailout_candidates
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  mailout completion --words -- $typed[2..-1] "$current" 2>/dev/null
end
complete -c mailout -a '(__mailout_candidates)'
`,
  powershell: `# mailout for PowerShell. Once: mailout completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName mailout -ScriptBlock {
  param($current, $ast, $position)
  $typed = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $next = if ($current -eq '') { @('--next') } else { @() }
  mailout completion --words @next -- @typed 2>$null | ForEach-Object {
    $value, $words = $_ -split "\`t", 2
    if (-not $words) { $words = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $words)
  }
}
`,
};
