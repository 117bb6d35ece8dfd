;; The work of the encoder (workshop.ts) in WebAssembly: values brought to whole numbers row by row, rows of them multiplied with the rows of a layer, and what
;; comes out brought back. Whole numbers and single precision give the same sums on every machine.
(module
  (memory (export "memory") 1)

  ;; The sums of four vectors' lanes, side by side.
  (func $sums (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (local $ab v128) (local $cd v128)
    (local.set $ab (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $cd (i32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    ;; ab: a0+a2 b0+b2 a1+a3 b1+b3; cd likewise.
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $ab) (local.get $cd))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $ab) (local.get $cd))))

  ;; Brings a row of `count` floats (a multiple of eight) to whole numbers from -most to most, 16 bits each (`wide` is 1) or 8 (0); gives the size of a step.
  (func (export "pack") (param $from i32) (param $to i32) (param $count i32) (param $most f32) (param $wide i32) (result f32)
    (local $at i32) (local $end i32) (local $largest v128) (local $times v128) (local $size f32) (local $whole v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (local.get $from))
    (loop $look
      (local.set $largest (f32x4.max (local.get $largest) (f32x4.abs (v128.load (local.get $at)))))
      (local.set $largest (f32x4.max (local.get $largest) (f32x4.abs (v128.load offset=16 (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $look (i32.lt_u (local.get $at) (local.get $end))))
    (local.set $size (f32.max
      (f32.max (f32x4.extract_lane 0 (local.get $largest)) (f32x4.extract_lane 1 (local.get $largest)))
      (f32.max (f32x4.extract_lane 2 (local.get $largest)) (f32x4.extract_lane 3 (local.get $largest)))))
    (if (f32.gt (local.get $size) (f32.const 0))
      (then (local.set $times (f32x4.splat (f32.div (local.get $most) (local.get $size))))))
    (local.set $at (local.get $from))
    (loop $put
      (local.set $whole (i16x8.narrow_i32x4_s
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $times) (v128.load (local.get $at)))))
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $times) (v128.load offset=16 (local.get $at)))))))
      (if (local.get $wide)
        (then
          (v128.store (local.get $to) (local.get $whole))
          (local.set $to (i32.add (local.get $to) (i32.const 16))))
        (else
          (v128.store64_lane 0 (local.get $to) (i8x16.narrow_i16x8_s (local.get $whole) (local.get $whole)))
          (local.set $to (i32.add (local.get $to) (i32.const 8)))))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $put (i32.lt_u (local.get $at) (local.get $end))))
    (f32.div (local.get $size) (local.get $most)))

  ;; out (rows by columns, floats) = a (rows by depth, 16 bits) times the turned b (columns by depth, 8 bits), times the steps of a's row and b's row, plus shift.
  ;; rows is a multiple of two, columns of four, depth of eight.
  (func (export "multiply")
    (param $a i32) (param $stepsOfA i32) (param $b i32) (param $stepsOfB i32) (param $shift i32) (param $out i32)
    (param $rows i32) (param $columns i32) (param $depth i32)
    (local $width i32) (local $row i32) (local $column i32) (local $pa i32) (local $pb i32) (local $end i32) (local $po i32)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128) (local $a0 v128)
    (local $s00 v128) (local $s01 v128) (local $s02 v128) (local $s03 v128)
    (local $s10 v128) (local $s11 v128) (local $s12 v128) (local $s13 v128)
    (local $step v128) (local $more v128)
    (local.set $width (i32.shl (local.get $depth) (i32.const 1)))
    (loop $across
      (local.set $row (i32.const 0))
      (local.set $step (v128.load (i32.add (local.get $stepsOfB) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $more (v128.load (i32.add (local.get $shift) (i32.shl (local.get $column) (i32.const 2)))))
      (loop $down
        (local.set $s00 (v128.const i32x4 0 0 0 0))
        (local.set $s01 (v128.const i32x4 0 0 0 0))
        (local.set $s02 (v128.const i32x4 0 0 0 0))
        (local.set $s03 (v128.const i32x4 0 0 0 0))
        (local.set $s10 (v128.const i32x4 0 0 0 0))
        (local.set $s11 (v128.const i32x4 0 0 0 0))
        (local.set $s12 (v128.const i32x4 0 0 0 0))
        (local.set $s13 (v128.const i32x4 0 0 0 0))
        (local.set $pa (i32.add (local.get $a) (i32.mul (local.get $row) (local.get $width))))
        (local.set $pb (i32.add (local.get $b) (i32.mul (local.get $column) (local.get $depth))))
        (local.set $end (i32.add (local.get $pa) (local.get $width)))
        (loop $along
          (local.set $b0 (v128.load8x8_s (local.get $pb)))
          (local.set $b1 (v128.load8x8_s (i32.add (local.get $pb) (local.get $depth))))
          (local.set $b2 (v128.load8x8_s (i32.add (local.get $pb) (i32.mul (local.get $depth) (i32.const 2)))))
          (local.set $b3 (v128.load8x8_s (i32.add (local.get $pb) (i32.mul (local.get $depth) (i32.const 3)))))
          (local.set $a0 (v128.load (local.get $pa)))
          (local.set $s00 (i32x4.add (local.get $s00) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b0))))
          (local.set $s01 (i32x4.add (local.get $s01) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b1))))
          (local.set $s02 (i32x4.add (local.get $s02) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b2))))
          (local.set $s03 (i32x4.add (local.get $s03) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b3))))
          (local.set $a0 (v128.load (i32.add (local.get $pa) (local.get $width))))
          (local.set $s10 (i32x4.add (local.get $s10) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b0))))
          (local.set $s11 (i32x4.add (local.get $s11) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b1))))
          (local.set $s12 (i32x4.add (local.get $s12) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b2))))
          (local.set $s13 (i32x4.add (local.get $s13) (i32x4.dot_i16x8_s (local.get $a0) (local.get $b3))))
          (local.set $pa (i32.add (local.get $pa) (i32.const 16)))
          (local.set $pb (i32.add (local.get $pb) (i32.const 8)))
          (br_if $along (i32.lt_u (local.get $pa) (local.get $end))))
        (local.set $po (i32.add (local.get $out) (i32.shl (i32.add (i32.mul (local.get $row) (local.get $columns)) (local.get $column)) (i32.const 2))))
        (local.set $pa (i32.add (local.get $stepsOfA) (i32.shl (local.get $row) (i32.const 2))))
        (v128.store (local.get $po)
          (f32x4.add (local.get $more) (f32x4.mul (local.get $step) (f32x4.mul (v128.load32_splat offset=0 (local.get $pa))
            (f32x4.convert_i32x4_s (call $sums (local.get $s00) (local.get $s01) (local.get $s02) (local.get $s03)))))))
        (v128.store (i32.add (local.get $po) (i32.shl (local.get $columns) (i32.const 2)))
          (f32x4.add (local.get $more) (f32x4.mul (local.get $step) (f32x4.mul (v128.load32_splat offset=4 (local.get $pa))
            (f32x4.convert_i32x4_s (call $sums (local.get $s10) (local.get $s11) (local.get $s12) (local.get $s13)))))))
        (local.set $row (i32.add (local.get $row) (i32.const 2)))
        (br_if $down (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $column (i32.add (local.get $column) (i32.const 4)))
      (br_if $across (i32.lt_u (local.get $column) (local.get $columns)))))
)
