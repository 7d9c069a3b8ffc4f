import CNcurses
import Glibc

/// A description of what nearly all terminals of today understand (ECMA-48, eight colours), for hosts that describe none.
enum PlainTerminal {
  static let name = "outreach-plain"

  /// Lets ncurses know it while something is done (term(5): TERMINFO may hold a description).
  static func described<T>(_ body: () -> T) -> T {
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", "b64:" + compiled.replacing("\n", with: ""), 1)
    defer { if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") } }
    return body()
  }

  /// As tic(1) of ncurses 6.4 compiled it:
  ///
  ///     outreach-plain|what nearly all terminals of today understand,
  ///       am, km, mir, msgr, xenl, colors#8, cols#80, lines#24, pairs#64, it#8, bold=\E[1m, rev=\E[7m, smul=\E[4m,
  ///       rmul=\E[24m, sgr0=\E[m, setaf=\E[3%p1%dm, setab=\E[4%p1%dm, op=\E[39;49m, clear=\E[H\E[J,
  ///       cup=\E[%i%p1%d;%p2%dH, home=\E[H, cr=\r, cub1=\b, cuf1=\E[C, cud1=\n, cuu1=\E[A, el=\E[K, ed=\E[J,
  ///       ind=\n, csr=\E[%i%p1%d;%p2%dr, ri=\EM, kcuu1=\EOA, kcud1=\EOB, kcuf1=\EOC, kcub1=\EOD,
  ///       smkx=\E[?1h\E=, rmkx=\E[?1l\E>, kbs=^?, civis=\E[?25l, cnorm=\E[?25h, smcup=\E[?1049h,
  ///       rmcup=\E[?1049l,
  private static let compiled = """
    GgE9AA8ADwBpAcAAb3V0cmVhY2gtcGxhaW58d2hhdCBuZWFybHkgYWxsIHRlcm1pbmFscyBvZiB0b2RheSB1bmRlcnN0YW5k
    AAABAAABAAAAAQAAAAABAVAACAAYAP//////////////////////////CABAAP////8AAAIA//8TABoAHgD/////IgAzADUA
    OQBAAP//QgBJAP//TQD//////////////////1EAVgD/////////////XwD//2QA/////2kAbQD///////92AP//////////
    ////////////////fAD/////////////fgD/////////////////////////////////////////////ggD///////+GAP//
    /////4oAjgCWAP//////////////////////////////////////////////////////////////////////////////////
    /////////////////////54AoAD/////////////////////////////////////////////////////////////////////
    ////////////////////////////////////////////////////////////////////////////////////////////////
    ////////////////////////////////////////////////////////////////////////////////////////////////
    ////////////////////////////////////////////////////////////////////////////////////////////////
    /////////////////////////////////////////////////////////////////////////////////////6MA////////
    ////////////////////////////////////////////////////////////////////////////////////////////////
    //////////////////////////////////////////////////////////+sALYADQAbWyVpJXAxJWQ7JXAyJWRyABtbSBtb
    SgAbW0sAG1tKABtbJWklcDElZDslcDIlZEgACgAbW0gAG1s/MjVsAAgAG1s/MjVoABtbQwAbW0EAG1sxbQAbWz8xMDQ5aAAb
    WzdtABtbNG0AG1ttABtbPzEwNDlsABtbMjRtAH8AG09CABtPRAAbT0MAG09BABtbPzFsGz4AG1s/MWgbPQAKABtNABtbMzk7
    NDltABtbMyVwMSVkbQAbWzQlcDElZG0A
    """
}
