using Microsoft.AspNetCore.Http;

namespace ActivationWizard.App.Hosting;

/// <summary>The addresses that the settings tell the app to listen on.</summary>
public static class ListeningAddresses
{
    private const StringSplitOptions Pieces = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public static bool AreAllLoopback(IConfiguration configuration) => Configured(configuration).All(IsLoopback);

    private static IEnumerable<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren();
        var urls = (configuration["urls"] ?? "").Split(';', Pieces);
        return endpoints.Select(endpoint => endpoint["Url"]).OfType<string>().Concat(urls);
    }

    // Uri does not read http://+:80 and http://*:80, which Kestrel understands as every address: BindingAddress does.
    private static bool IsLoopback(string url)
    {
        try
        {
            var host = BindingAddress.Parse(url).Host.Trim('[', ']');
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
