//! `series`, on imports worked by hand: 100 million a month in 2015 and 2016, then
//!
//! ```text
//! 2017   value  mom          yoy  year to date     3 months          12 months
//! 01      90    90/100 −10   −10   90/100  −10     290/300 −3.333333  1190/1200 −0.833333
//! 02      80    80/90 −11.1… −20  170/200  −15     270/300 −10        1170/1200 −2.5
//! 03     110   110/80 +37.5  +10  280/300 −6.666…  280/300 −6.666667  1180/1200 −1.666667
//! 04      99    99/110 −10    −1  379/400 −5.25    289/300 −3.666667  1179/1200 −1.75
//! ```

use crate::fixtures::hundreds;
use crate::program::tradecheck;
