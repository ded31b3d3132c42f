using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.Cities.Tests.Loading;

public class When_registering_the_city
{
    [Fact]
    public void Loads_the_folder_the_setting_names()
    {
        using var services = new ServiceCollection().AddCity(Configuration(DemoFolder.Path)).BuildServiceProvider();
        Assert.Equal("demo", services.GetRequiredService<City>().Profile.Code);
        Assert.Same(services.GetRequiredService<City>(), services.GetRequiredService<City>());
    }

    [Fact]
    public void Refuses_to_start_without_a_city() =>
        Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddCity(Configuration(folder: null)));

    [Fact]
    public void Refuses_to_start_with_an_empty_folder()
    {
        var empty = Directory.CreateTempSubdirectory("hotline-city-");
        try
        {
            var faults = Assert.Throws<CityDataException>(() => new ServiceCollection().AddCity(Configuration(empty.FullName)));
            Assert.Contains("categories.csv:1: the file is missing", faults.Message, StringComparison.Ordinal);
        }
        finally
        {
            empty.Delete();
        }
    }

    private static IConfiguration Configuration(string? folder) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Hotline:City", folder)]).Build();
}
