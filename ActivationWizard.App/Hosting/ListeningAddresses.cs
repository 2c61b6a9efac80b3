using Microsoft.AspNetCore.Http;

namespace ActivationWizard.App.Hosting;

/// <summary>The addresses that the settings tell the app to listen on.</summary>
public static class ListeningAddresses
{
    private const StringSplitOptions Pieces = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>True when every address, endpoints of Kestrel's own section included, is one of this machine.</summary>
    public static bool AreAllLoopback(IConfiguration configuration) => Configured(configuration).All(IsLoopback);

    /// <summary>True when <paramref name="urls"/> holds addresses, with semicolons between.</summary>
    public static bool AreReadable(string urls) =>
        urls.Split(';', Pieces) is { Length: > 0 } all && all.All(one => HostOf(one) is not null);

    private static IEnumerable<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren();
        var urls = (configuration["urls"] ?? "").Split(';', Pieces);
        return endpoints.Select(endpoint => endpoint["Url"]).OfType<string>().Concat(urls);
    }

    // Uri does not read http://+:80 and http://*:80, which Kestrel understands as every address: BindingAddress does.
    private static string? HostOf(string url)
    {
        try
        {
            return url.Any(char.IsControl) ? null : BindingAddress.Parse(url).Host.Trim('[', ']');
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsLoopback(string url) => HostOf(url) is { } host
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address)));
}
