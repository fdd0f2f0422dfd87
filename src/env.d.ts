interface ImportMetaEnv {
  /** The files that every search needs, by their paths below the site's base; none in development. */
  readonly SEARCH_FILES: readonly string[];
}
