//! The pictures of the README are what the commands beside them draw, to the byte.

use crate::program::Folder;
use std::path::Path;

const README: &str = include_str!("../../README.md");

/// Each picture in `docs/pictures/` with the command that draws it.
const PICTURES: [(&str, &str); 2] = [
    ("chart.svg", "chart --from 2016-01 --to 2020-12"),
    ("page.svg", "report --month 2017-09"),
];

#[test]
fn pictures_are_those_of_the_program() {
    let folder = Folder::new();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    for (name, command) in PICTURES {
        let run = folder.run(&format!("{command} -o {name}"));
        assert!(run.output().status.success(), "{command}");
        let kept = std::fs::read_to_string(docs.join(name)).expect("a picture");
        let drawn = folder.read(name);
        assert!(
            kept == drawn,
            "docs/pictures/{name} is not what is drawn now; look at it and keep it:\n  \
             tradecheck {command} -o docs/pictures/{name}"
        );
    }
    for (name, command) in PICTURES {
        assert!(
            README.contains(&format!("](docs/pictures/{name})")),
            "{name}"
        );
        assert!(README.contains(command), "{command}");
    }
    let there = std::fs::read_dir(&docs).expect("the folder").count();
    assert_eq!(there, PICTURES.len(), "every picture is drawn here");
}
