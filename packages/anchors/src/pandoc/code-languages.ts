/**
 * Names of languages, and endings of files, that pandoc colours: such a listing has an id, and one for each line. Source: pandoc 3.10,
 * `--list-highlight-languages`, and what it does with other usual names.
 */
const LANGUAGES: ReadonlySet<string> = new Set(
  `abc actionscript ada adb ads agda alert alerts apache as asm asn1 asp aspx ats awk bash bat bib bibtex boo c c# c++ cc cfg cfm cfml
  changelog chs cjs cl clj cljc cljs clojure cmake cmakelists.txt cmd coffee coffeescript coldfusion comments commonlisp conf cpp cr
  crystal cs csh csharp cson css cu curry cxx d dart dats debiancontrol default di diff djangotemplate do docbook dockerfile dosbat dot
  doxygen doxygenlua dtd e eiffel el elixir elm email eml eps erb erl erlang ex exs f f90 f95 fasm flex for fortran fortranfixed
  fortranfree frag fs fsharp gap gcc gd gdscript gemspec geojson gleam glsl gnuassembler go godot gpr gradle graphql groovy h h++ hamlet
  handlebars haskell haxe hbs hh hpp hs htm html hx hxx idris ini isocpp j java javadoc javascript javascriptreact jl js json jsonl jsp
  jsx julia julius kotlin kt kts l latex lex lhs lilypond lisp literatecurry literatehaskell ll llvm lua ly m m4 mac makefile mandoc
  markdown mathematica matlab maxima md mediawiki metafont mips mjs mk ml mli mm modelines modula-2 modula2 modula3 monobasic mustache
  nasm nb ndjson nim nix noweb nw objective-c objectivec objectivecpp ocaml octave odin opencl org orgmode p6 pas pascal patch pb perl
  php pike pl pm postscript pov povray powershell pp pro prolog proto protobuf ps ps1 psm1 pure purebasic purescript purs py pyi python
  pyw q qml r racket raku rb rdf relaxng relaxngcompact rest restructuredtext rhtml rkt rnc rng roff rs rss rst ruby rust s sass sats
  scala scheme sci scilab scm scss sed sgml sh sml spdxcomments sql sqlmysql sqlpostgresql ss stan stata sv svg swift systemverilog tcl
  tcsh terraform tex texinfo tf tfvars tk tla tlaplus toml ts txt typ typescript typst v vb verilog vert vhd vhdl wsdl xml xorg xsd xsl
  xslt xul y yacc yaml yml zig zsh`.split(/\s+/),
);

/** Whether pandoc colours listings of a language; the name of a file will do. */
export function isColoured(language: string): boolean {
  const name = language.toLowerCase();
  return LANGUAGES.has(name) || (name.includes('.') && LANGUAGES.has(name.slice(name.lastIndexOf('.') + 1)));
}
