using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hotline.Cities;

/// <summary>Registration of the city a process serves.</summary>
public static class CityRegistration
{
    /// <summary>Setting that names the folder.</summary>
    public const string Setting = "Hotline:City";

    /// <summary>
    /// Registers <see cref="City"/> as a singleton, loaded from the folder that <see cref="Setting"/> names. Loading happens here:
    /// a process whose city has a fault does not start.
    /// </summary>
    /// <exception cref="CityDataException">The data has faults.</exception>
    /// <exception cref="OptionsValidationException">The setting is missing.</exception>
    public static IServiceCollection AddCity(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } folder)
            throw new OptionsValidationException(nameof(City), typeof(City), [$"{Setting} is not set: name the folder of the city, such as cities/demo"]);
        return services.AddSingleton(City.Load(folder));
    }
}
