#include <fribidi/fribidi.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// Whether what stands at a place is the sign of a number: right before a digit, and behind no letter or digit. UAX #9
// takes it for a mark between words, and from right to left -34 would be read 34-.
static inline bool bidi_is_sign(const FriBidiChar *text, const FriBidiCharType *types, FriBidiStrIndex place,
                                FriBidiStrIndex length) {
  if (text[place] != '-' && text[place] != '+' && text[place] != 0x2212) return false;
  if (place + 1 == length || types[place + 1] != FRIBIDI_TYPE_EN) return false;
  if (place == 0) return true;
  return !FRIBIDI_IS_LETTER(types[place - 1]) && !FRIBIDI_IS_NUMBER(types[place - 1]);
}

/// One line in the order in which it is seen (UAX #9), its Arabic letters in the forms that they have beside each
/// other, and brackets turned to the side that they belong to.
///
/// shown: what to draw for each place of text. order: from left to right, the places of text.
/// Returns false, with nothing to be used, where there is no memory or the text is too long for the levels of UAX #9.
static inline bool bidi_line(const FriBidiChar *text, FriBidiStrIndex length, bool is_right_to_left,
                             FriBidiChar *shown, FriBidiStrIndex *order) {
  size_t room = (size_t)length;
  FriBidiCharType *types = malloc(room * sizeof *types);
  FriBidiBracketType *brackets = malloc(room * sizeof *brackets);
  FriBidiLevel *levels = malloc(room);
  FriBidiJoiningType *joins = malloc(room);
  FriBidiParType base = is_right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  bool is_done = false;
  if (types && brackets && levels && joins) {
    fribidi_get_bidi_types(text, length, types);
    for (FriBidiStrIndex place = 0; place < length; place++) {
      if (bidi_is_sign(text, types, place, length)) types[place] = FRIBIDI_TYPE_EN;
    }
    fribidi_get_bracket_types(text, length, types, brackets);
    is_done = fribidi_get_par_embedding_levels_ex(types, brackets, length, &base, levels) != 0;
  }
  if (is_done) {
    memcpy(shown, text, room * sizeof *shown);
    fribidi_get_joining_types(text, length, joins);
    fribidi_join_arabic(types, length, levels, joins);
    // Ligatures would take a letter's column away.
    fribidi_shape(FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAG_SHAPE_ARAB_PRES, levels, length, joins, shown);
    for (FriBidiStrIndex place = 0; place < length; place++) order[place] = place;
    is_done = fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types, length, 0, base, levels, NULL, order) != 0;
  }
  free(types);
  free(brackets);
  free(levels);
  free(joins);
  return is_done;
}
