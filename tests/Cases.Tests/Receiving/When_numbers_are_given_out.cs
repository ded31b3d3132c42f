using FsCheck.Xunit;
using Hotline.Cases.Receiving;

namespace Hotline.Cases.Tests.Receiving;

public sealed class When_numbers_are_given_out
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void They_read_as_day_count_and_check_digit()
    {
        var number = CaseNumber.Format(Day, 17);

        Assert.Matches("^261123-000017-[0-9]$", number);
        Assert.True(CaseNumber.IsValid(number));
    }

    [Property]
    public bool Every_single_wrong_digit_shows(uint n, byte place, byte wrong)
    {
        var number = CaseNumber.Format(Day, n % 1_000_000).ToCharArray();
        var at = place % number.Length;
        var other = (char)('0' + wrong % 10);
        if (number[at] == '-' || number[at] == other)
            return true;
        number[at] = other;
        return !CaseNumber.IsValid(new string(number));
    }

    [Property]
    public bool Every_swap_of_neighbors_shows(uint n, byte place)
    {
        var digits = CaseNumber.Format(Day, n % 1_000_000).Replace("-", "", StringComparison.Ordinal).ToCharArray();
        var at = place % (digits.Length - 1);
        if (digits[at] == digits[at + 1])
            return true;
        (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
        return !CaseNumber.IsValid(new string(digits));
    }
}
