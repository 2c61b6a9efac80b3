using System.Net;
using ActivationWizard.Integrations.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The proxies whose word is taken for where a request comes from and whether it came by https. Of anybody else the headers mean
/// nothing: whoever can send them could be anybody.
/// </summary>
public static class KnownProxies
{
    private static readonly SettingKind<IReadOnlyList<IPNetwork>> Networks = new(
        "addresses and networks",
        "one or more addresses or networks, such as 10.0.0.5 or 10.1.0.0/16, with semicolons between, and not all there are",
        TryRead)
    {
        Write = networks => string.Join(';', networks),
    };

    internal static readonly Setting<IReadOnlyList<IPNetwork>> Setting = new(
        "Installation:KnownProxies", Networks, [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")])
    {
        Meaning = "The proxies in front of the app, whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. Where it is "
            + "set it stands instead of the default, which is this machine.",
        RefusedWhen = SettingCondition.Demo,
    };

    /// <summary>Takes a request as a known proxy says that it came. A demonstration is behind none.</summary>
    public static void UseKnownProxies(this IApplicationBuilder app, Installation installation)
    {
        if (installation.IsDemo)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many as there are, each of them known.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in installation.KnownProxies)
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    private static bool TryRead(string text, out IReadOnlyList<IPNetwork> value)
    {
        List<IPNetwork> networks = [];
        value = networks;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isAddress = IPAddress.TryParse(part, out var address);
            if (isAddress)
                networks.Add(new IPNetwork(address!, address!.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(part, out var network) && network.PrefixLength > 0)
                networks.Add(network);
            else
                return false;
        }

        return networks.Count > 0;
    }
}
