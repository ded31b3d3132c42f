using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Units;

namespace Hotline.Contracts.Tests.Ids;

public sealed class When_units_are_named
{
    [Property]
    public bool The_text_names_the_same_unit(UnitKind kind, NonEmptyString code)
    {
        var unit = new UnitRef(kind, code.Get);
        return UnitRef.Parse(unit.ToString()) == unit;
    }

    [Property]
    public bool Different_units_have_different_texts(UnitKind kind, NonEmptyString code, UnitKind otherKind, NonEmptyString otherCode) =>
        new UnitRef(kind, code.Get) == new UnitRef(otherKind, otherCode.Get)
        == (new UnitRef(kind, code.Get).ToString() == new UnitRef(otherKind, otherCode.Get).ToString());

    [Property]
    public bool Any_text_is_read_or_refused_but_never_breaks(string? text) =>
        !UnitRef.TryParse(text, out var unit) || unit.ToString() == text;

    [Theory]
    [InlineData("dept.water", UnitKind.Department, "water")]
    [InlineData("merchant.m001", UnitKind.Merchant, "m001")]
    [InlineData("expert.psy.01", UnitKind.Expert, "psy.01")]
    public void These_texts_stand_in_ledgers(string text, UnitKind kind, string code)
    {
        Assert.Equal(new UnitRef(kind, code), UnitRef.Parse(text));
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(new UnitRef(kind, code), CaseJson.Options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("water")]
    [InlineData(".water")]
    [InlineData("dept.")]
    [InlineData("Dept.water")]
    [InlineData("office.water")]
    public void These_texts_name_none(string text)
    {
        Assert.False(UnitRef.TryParse(text, out _));
        Assert.Throws<FormatException>(() => UnitRef.Parse(text));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<UnitRef>($"\"{text}\"", CaseJson.Options));
    }
}
