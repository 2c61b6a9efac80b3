using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Http;

/// <summary>Reads options key by key, because the binder of the framework shows the value that it could not read.</summary>
internal static class SettingsReading
{
    /// <exception cref="OptionsValidationException">A value is not of its kind; the message names the key only.</exception>
    public static void Read<TOptions>(TOptions options, IConfigurationSection section)
        where TOptions : class
    {
        var set = typeof(TOptions).GetProperties().Where(one => one.CanWrite && !string.IsNullOrWhiteSpace(section[one.Name]));
        foreach (var property in set)
        {
            try
            {
                property.SetValue(options, section.GetValue(property.PropertyType, property.Name));
            }
            catch (InvalidOperationException)
            {
                var kind = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Name;
                throw new OptionsValidationException(
                    Options.DefaultName, typeof(TOptions), [$"{section.Path}:{property.Name} cannot be read as {kind}."]);
            }
        }
    }
}
