//! Runs the program as a user does and compares what comes out: standard output, standard error
//! and exit code, as one text. Nothing here links the library.

mod archive;
mod bad_input;
mod bulletins;
mod chart;
mod check;
mod circles;
mod columns;
mod comtrade;
mod dice;
mod fixtures;
mod goods;
mod goods_counted;
mod goods_held;
mod goods_large;
mod input;
mod inspect;
mod inspect_json;
mod lenient;
mod many_files;
mod missing;
mod movers;
mod period;
mod pieces;
mod platform;
mod program;
mod readme;
mod record;
mod reference;
mod rooms;
mod series;
mod streak;
mod vintages;
mod yoy;
