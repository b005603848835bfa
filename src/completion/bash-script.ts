/**
 * With what a bash asks `tiaochu complete`. Nothing of the line is run: its words are handed over as they are typed, without
 * quotes and redirections; and what comes back is compared, not expanded, as `compgen -W` would.
 */
export const BASH_SCRIPT = `# bash completion for tiaochu

__tiaochu_complete() {
    local redirection='^[0-9]*&?[<>]+[&|]?$' quotes="[\\"'\\\\\\\\]" special="[]\\"'\\\\\\\\[:space:]\\$\\\`;&|<>(){}*?!#~[]" tab=$'\\t'
    local word cur= out each i skipped=0
    local -a asked=()
    COMPREPLY=()
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=\${COMP_WORDS[i]-}
        if [[ $word =~ $redirection ]]; then
            skipped=$((++i))
            continue
        fi
        # bash cuts --option=value in three.
        [[ $word == = && i -lt COMP_CWORD ]] && continue
        [[ $word == '~/'* ]] && word=$HOME\${word:1}
        cur=\${word//$quotes/}
        [[ $cur == = ]] && cur=
        asked+=("$cur")
    done
    # The file of a redirection is the shell's affair.
    ((skipped >= COMP_CWORD)) && return
    out=$(tiaochu complete -- "\${asked[@]}" < /dev/null 2> /dev/null)
    # 4: no names of files.
    [[ \${out##*:} == 4 ]] && compopt +o default 2> /dev/null
    while IFS= read -r each; do
        each=\${each%%$tab*}
        [[ -n $each && $each != :* && $each == "$cur"* ]] || continue
        [[ $each == *$special* ]] && printf -v each %q "$each"
        COMPREPLY+=("$each")
    done <<< "$out"
}

complete -o default -F __tiaochu_complete tiaochu
`;
