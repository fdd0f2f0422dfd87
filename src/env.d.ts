interface ImportMetaEnv {
  /** The files that every search needs, by their paths below the site's base; none in development. */
  readonly SEARCH_FILES: readonly string[];
  /** The words of the thesaurus that only ask. */
  readonly QUESTION_WORDS: readonly string[];
}
