using System.Text.Json;
using FsCheck.Xunit;
using Hotline.Contracts.Cases;

namespace Hotline.Contracts.Tests.Ids;

public sealed class When_cases_are_named
{
    [Property]
    public bool The_grain_key_names_the_same_case(Guid id) => CaseId.FromGrainKey(new CaseId(id).GrainKey) == new CaseId(id);

    [Property]
    public bool The_JSON_names_the_same_case(Guid id) =>
        JsonSerializer.Deserialize<CaseId>(JsonSerializer.Serialize(new CaseId(id), CaseJson.Options), CaseJson.Options) == new CaseId(id);

    [Property]
    public bool Grain_storage_cannot_take_the_key_for_a_number_or_a_guid(Guid id)
    {
        var key = new CaseId(id).GrainKey;
        return !Guid.TryParse(key, out _) && !long.TryParse(key, out _) && !key.Contains('+', StringComparison.Ordinal) && key.Length <= 100;
    }

    [Fact]
    public void This_key_stands_in_databases() =>
        Assert.Equal("case-0198f3b2c4d57e6f8a9b0c1d2e3f4051", new CaseId(Guid.Parse("0198f3b2-c4d5-7e6f-8a9b-0c1d2e3f4051")).GrainKey);

    [Theory]
    [InlineData("")]
    [InlineData("case-")]
    [InlineData("0198f3b2c4d57e6f8a9b0c1d2e3f4051")]
    [InlineData("case-0198f3b2-c4d5-7e6f-8a9b-0c1d2e3f4051")]
    [InlineData("CASE-0198f3b2c4d57e6f8a9b0c1d2e3f4051")]
    public void These_keys_are_no_cases(string key) => Assert.Throws<FormatException>(() => CaseId.FromGrainKey(key));
}
