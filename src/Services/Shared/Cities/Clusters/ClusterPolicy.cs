namespace Hotline.Cities.Clusters;

/// <summary>并单: which cases may be the same matter, and how long an incident is looked for.</summary>
/// <param name="Days">Cases received up to so many days before are compared.</param>
/// <param name="Newest">Of these, so many of the newest.</param>
/// <param name="SuggestFrom">Score, between 0 and 1, from which a case is suggested.</param>
/// <param name="Shown">At most so many are suggested.</param>
/// <param name="LongestIncident">How far ahead an incident may expire.</param>
public sealed record ClusterPolicy(int Days, int Newest, double SuggestFrom, int Shown, TimeSpan LongestIncident, LikenessPolicy Likeness);

/// <summary>When two matters are alike.</summary>
/// <param name="SameText">Share of common words, between 0 and 1, from which two texts say the same.</param>
/// <param name="ReachKilometers">The distance at which nearness counts nothing any more.</param>
public sealed record LikenessPolicy(double SameText, double ReachKilometers, LikenessWeights Weights);

/// <summary>Share of each reason in the score; together 1.</summary>
public sealed record LikenessWeights(double Words, double Category, double Area, double Place);
