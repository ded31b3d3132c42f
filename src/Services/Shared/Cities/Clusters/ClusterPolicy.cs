namespace Hotline.Cities.Clusters;

/// <summary>并单: which cases may be the same matter, and how long an incident is looked for.</summary>
/// <param name="Days">Cases received up to so many days before are compared.</param>
/// <param name="Newest">Of these, so many of the newest.</param>
/// <param name="SuggestFrom">Score, between 0 and 1, from which a case is suggested.</param>
/// <param name="Shown">At most so many are suggested.</param>
/// <param name="LongestIncident">How far ahead an incident may expire.</param>
/// <param name="Categories">Which decided cases suggest the category of a new one.</param>
public sealed record ClusterPolicy(
    int Days, int Newest, double SuggestFrom, int Shown, TimeSpan LongestIncident, LikenessPolicy Likeness, CategoryPolicy Categories);

/// <summary>Which decided cases vote for the category of a text.</summary>
/// <param name="Days">Received up to so many days before.</param>
/// <param name="Newest">Of these, so many of the newest.</param>
/// <param name="Voters">Of these, so many of those with most words in common.</param>
/// <param name="From">Likeness of words, between 0 and 1, from which a case has a vote.</param>
public sealed record CategoryPolicy(int Days, int Newest, int Voters, double From);

/// <summary>When two matters are alike.</summary>
/// <param name="SameText">Share of common words, between 0 and 1, from which two texts say the same.</param>
/// <param name="ReachKilometers">The distance at which nearness counts nothing any more.</param>
public sealed record LikenessPolicy(double SameText, double ReachKilometers, LikenessWeights Weights);

/// <summary>Share of each reason in the score; together 1.</summary>
public sealed record LikenessWeights(double Words, double Category, double Area, double Place);
