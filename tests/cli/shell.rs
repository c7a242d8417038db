//! What makes a shell comfortable: completions loaded by the real shells, the manual, settings.

use crate::program::{Folder, Run, skipped, tradecheck};
use std::path::Path;
use std::process::Command;

/// What a shell prints for a script; `None`, said, where there is no such shell.
fn in_shell(shell: &str, flags: &[&str], script: &str) -> Option<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_tradecheck"));
    let folder = program.parent().expect("it stands in a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new(shell)
        .args(flags)
        .arg(script)
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("HOME", env!("CARGO_TARGET_TMPDIR"))
        .output();
    let Ok(output) = output else {
        skipped(&format!("no {shell} on the path"));
        return None;
    };
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{shell}: {errors}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn bash_completes_commands_and_values() {
    let script = "source <(tradecheck generate bash)
        COMP_WORDS=(tradecheck st) COMP_CWORD=1
        _tradecheck tradecheck st tradecheck
        echo ${COMPREPLY[@]}
        COMP_WORDS=(tradecheck yoy --by cha) COMP_CWORD=3
        _tradecheck tradecheck cha --by
        echo ${COMPREPLY[@]}";
    if let Some(said) = in_shell("bash", &["--norc", "-c"], script) {
        assert_eq!(said, "streak\nchapter\n");
    }
}

#[test]
fn zsh_loads_its_script() {
    let script = "autoload -Uz compinit; compinit -D
        source <(tradecheck generate zsh)
        print ${+functions[_tradecheck]} ${_comps[tradecheck]}";
    if let Some(said) = in_shell("zsh", &["-fc"], script) {
        assert_eq!(said, "1 _tradecheck\n");
    }
}

#[test]
fn fish_completes_commands() {
    let script = "tradecheck generate fish | source; complete -C 'tradecheck str'";
    if let Some(said) = in_shell("fish", &["--no-config", "-c"], script) {
        assert!(said.starts_with("streak\t"), "{said}");
    }
}

#[test]
fn every_shell_has_a_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = tradecheck(&format!("generate {shell}")).answer();
        assert!(
            script.contains("tradecheck") && script.contains("month"),
            "{shell}"
        );
    }
}

/// The same values in the real shells, by what each loads in its own start file.
#[test]
fn shells_complete_values_of_the_data() {
    let bash = "source <(COMPLETE=bash tradecheck)
        COMP_TYPE=9 COMP_CWORD=3
        COMP_WORDS=(tradecheck yoy --month 2017-0)
        _clap_complete_tradecheck tradecheck 2017-0 --month
        echo ${COMPREPLY[@]}
        COMP_WORDS=(tradecheck series --group coa)
        _clap_complete_tradecheck tradecheck coa --group
        echo ${COMPREPLY[@]}";
    let months = "2017-01 2017-02 2017-03 2017-04 2017-05 2017-06 2017-07 2017-08 2017-09";
    if let Some(said) = in_shell("bash", &["--norc", "-c"], bash) {
        assert_eq!(said, format!("{months}\ncoal\n"));
    }
    // Outside of its line editor zsh shows nothing: what it would show is printed instead.
    let zsh = "autoload -Uz compinit; compinit -D
        source <(COMPLETE=zsh tradecheck)
        _describe() { print -- ${(P)argv[-1]} }
        words=(tradecheck yoy --month 2017-0) CURRENT=4
        _clap_dynamic_completer_tradecheck
        words=(tradecheck series --group coa) CURRENT=4
        _clap_dynamic_completer_tradecheck
        print ${_comps[tradecheck]}";
    if let Some(said) = in_shell("zsh", &["-fc"], zsh) {
        assert_eq!(
            said,
            format!("{months}\ncoal\n_clap_dynamic_completer_tradecheck\n")
        );
    }
    let fish = "COMPLETE=fish tradecheck | source
        complete -C 'tradecheck yoy --month 2017-0'
        complete -C 'tradecheck series --group coa'";
    if let Some(said) = in_shell("fish", &["--no-config", "-c"], fish) {
        assert_eq!(said.trim_end().replace('\n', " "), format!("{months} coal"));
    }
}

/// The months, partners, groups and codes of the data, in the words by which bash asks.
#[test]
fn values_of_the_data_are_completed() {
    let offered = |words: &[&str]| {
        let all = ["--", "tradecheck"].iter().chain(words).copied();
        let last = words.len().to_string();
        let run = Run::new(all).env("COMPLETE", "bash");
        let run = run
            .env("_CLAP_COMPLETE_INDEX", &last)
            .env("_CLAP_IFS", "\n");
        run.env("_CLAP_COMPLETE_COMP_TYPE", "9")
            .env("_CLAP_COMPLETE_SPACE", "true")
            .answer()
    };
    let months = offered(&["yoy", "--month", "2017-0"]);
    let expected: Vec<String> = (1..=9).map(|month| format!("2017-0{month}")).collect();
    assert_eq!(months.lines().collect::<Vec<_>>(), expected);
    assert!(
        offered(&["yoy", "--partner", "10"])
            .lines()
            .any(|one| one == "109")
    );
    assert_eq!(offered(&["series", "--group", "coa"]).trim(), "coal");
    assert!(
        offered(&["series", "--hs", "270"])
            .lines()
            .any(|one| one == "2701")
    );
}

#[test]
fn the_manual_is_a_page_without_a_date() {
    let page = tradecheck("generate man").answer();
    assert!(page.contains(".TH tradecheck 1"), "{page}");
    assert!(page.contains(".SH SYNOPSIS"));
    let page = tradecheck("generate man streak").answer();
    assert!(page.contains("\\-\\-longest"), "{page}");
    let wrong = tradecheck("generate man streaks").output();
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn settings_are_what_would_be_typed() {
    let folder = Folder::new()
        .with("home.toml", "currency = \"cny\"\nlang = \"zh\"\n")
        .with("wrong.toml", "curency = \"cny\"\n");
    let asked = "yoy --month 2025-05 -f table --flow imports";
    let typed = folder
        .run(&format!("{asked} --currency cny --lang zh"))
        .answer();
    assert_eq!(
        folder.run(&format!("{asked} --config home.toml")).answer(),
        typed
    );
    let by_environment = folder
        .run(asked)
        .env("TRADECHECK_CONFIG", "home.toml")
        .answer();
    assert_eq!(by_environment, typed);
    // A flag wins over the settings, which are never looked for.
    let korean = folder
        .run(&format!("{asked} --config home.toml --lang ko"))
        .answer();
    assert!(korean.contains("수입"), "{korean}");
    assert!(!folder.run(asked).answer_with_notes().contains("人民币"));
    // A page names what the settings added, so that its command gives the same page without them.
    let page = folder
        .run("report --month 2025-05 --flow imports -f html")
        .env("TRADECHECK_CONFIG", "home.toml");
    let page = page.answer_with_notes();
    assert!(page.contains(
        "<code>tradecheck report --currency=cny --lang=zh --month 2025-05 --flow imports -f html</code>"
    ));
    folder.run("yoy --config wrong.toml").gives(
        "[stderr]
tradecheck: wrong.toml: unknown setting `curency`
  expected: any of files, imports, exports, built-in, data, partner, currency, as, groups, lang, notes, events, unit, color
  help: did you mean `currency`? other flags must be typed on the command line
[exit 2]",
    );
    folder.run("yoy --config none.toml").gives(
        "[stderr]
tradecheck: none.toml: cannot be read: No such file or directory (os error 2)
  help: check the spelling; `-` reads standard input
[exit 2]",
    );
}
