namespace Hotline.Cities.Screening;

/// <summary>甄别: when a case that was taken in before holds a new one. How alike two matters are, <see cref="Clusters.Likeness"/> says.</summary>
/// <param name="Compare">False: cases are not compared at all.</param>
/// <param name="Days">Open cases of others received up to so many days before are compared.</param>
/// <param name="Newest">Of these, so many of the newest of the same line.</param>
/// <param name="OwnDays">Cases of the same citizen received up to so many days before are compared.</param>
/// <param name="DuplicateFrom">Likeness, between 0 and 1, from which an open case of somebody else is the same matter.</param>
/// <param name="RepeatedFrom">Likeness from which an open case of the same citizen is the same matter.</param>
/// <param name="SettledFrom">Likeness from which an answered case of the same citizen is the same matter.</param>
/// <param name="NothingNew">Share of words the old text does not have, up to which nothing new is told.</param>
/// <param name="News">Words that tell of something new, however alike the rest is.</param>
public sealed record EarlierPolicy(
    bool Compare, int Days, int Newest, int OwnDays, double DuplicateFrom, double RepeatedFrom, double SettledFrom, double NothingNew, WordList News);
