#include <fribidi/fribidi.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

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
