//! Safe writing of output files: inputs are never overwritten, and an existing file stays intact
//! until the new one is complete.

use crate::failure::Failure;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes `bytes` to a temporary file next to `file`, then moves it into place, so that a full disk
/// loses nothing.
///
/// # Errors
/// [`Failure::Overwrites`] if `file` is one of the inputs or within an input folder;
/// [`Failure::Write`] if it cannot be written.
pub fn save(file: &Path, bytes: &[u8], inputs: &[&PathBuf]) -> Result<(), Failure> {
    if let Some(input) = inputs.iter().find(|input| is_within(file, input)) {
        return Err(Failure::Overwrites {
            file: file.to_owned(),
            input: (*input).clone(),
        });
    }
    let written = match fs::metadata(file) {
        // A pipe or a device: there is nothing to lose or to replace.
        Ok(metadata) if !metadata.is_file() => fs::write(file, bytes),
        Ok(metadata) => replace(file, bytes, Some(metadata.permissions())),
        Err(_) => replace(file, bytes, None),
    };
    written.map_err(|error| Failure::Write {
        file: file.to_owned(),
        error,
    })
}

/// Whether an existing file is an input, or within an input folder.
pub fn is_within(file: &Path, input: &Path) -> bool {
    let (Ok(file), Ok(input)) = (fs::canonicalize(file), fs::canonicalize(input)) else {
        return false;
    };
    file.is_file() && (file == input || is_same_file(&file, &input) || file.starts_with(&input))
}

/// Whether two paths refer to the same file, as hard links do.
#[cfg(unix)]
fn is_same_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| {
        let metadata = fs::metadata(path).ok()?;
        Some((metadata.dev(), metadata.ino()))
    };
    identity(one).is_some_and(|identity_of_one| identity(other) == Some(identity_of_one))
}

#[cfg(not(unix))]
fn is_same_file(_: &Path, _: &Path) -> bool {
    false
}

fn replace(file: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    // A symbolic link is kept; its target is replaced.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let temporary = target.with_file_name(format!(".{name}.{}.tradecheck", std::process::id()));
    let written = write_new(&temporary, bytes)
        .and_then(|()| match permissions {
            Some(permissions) => fs::set_permissions(&temporary, permissions),
            None => Ok(()),
        })
        .and_then(|()| fs::rename(&temporary, &target));
    if written.is_err() {
        // A partial file is useless.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path =
            std::env::temp_dir().join(format!("tradecheck-save-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = folder("whole");
        let file = folder.join("out.csv");
        save(&file, b"one", &[]).unwrap();
        save(&file, b"two", &[]).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn no_input_is_overwritten_under_any_of_its_names() {
        let folder = folder("inputs");
        let input = folder.join("in.csv");
        fs::write(&input, b"data").unwrap();
        let roundabout = folder.join("./in.csv");
        assert!(matches!(
            save(&roundabout, b"x", &[&input]),
            Err(Failure::Overwrites { .. })
        ));
        assert!(matches!(
            save(&input, b"x", &[&folder]),
            Err(Failure::Overwrites { .. })
        ));
        // A new file may be created next to the inputs.
        save(&folder.join("new.csv"), b"x", &[&folder]).unwrap();
        assert_eq!(fs::read(&input).unwrap(), b"data");
        fs::remove_dir_all(&folder).unwrap();
    }
}
