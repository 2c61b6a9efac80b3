using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>Settings that are the framework's to use, of which an installation may not take every value.</summary>
public static class HostSettings
{
    // What the framework takes for any host.
    private static readonly string[] AnyHost = ["*", "[::]", "0.0.0.0"];

    private static readonly SettingKind<string> Names = new(
        "names of hosts", "one or more names of hosts, with semicolons between", (string text, out string value) =>
            NamesIn(value = text.Trim()) is { Length: > 0 } names && names.All(IsName));

    private static readonly Setting<string> Hosts = new("AllowedHosts", Names, "")
    {
        Meaning = "The names under which people reach the app, without a port: a request for another host is refused. Name the "
            + "one that is in the browser, and what the health check asks for. `*` is refused in Production.",
        DefaultInWords = "any, in Demo",
        RequiredWhen = SettingCondition.Production,
    };

    private static readonly Setting<string> Environment = new("Environment", Kinds.Text, "Production")
    {
        Meaning = "The framework's environment, in the environment as `ASPNETCORE_ENVIRONMENT` or `DOTNET_ENVIRONMENT`. "
            + "`Development` shows what is for developers only, and is refused in Production.",
    };

    private static readonly Setting<bool> DetailedErrors = new("DetailedErrors", Kinds.Switch, false)
    {
        Meaning = "Whether a browser is told what an exception says. `true` is refused in Production.",
    };

    private static readonly Setting<bool> ForwardedHeaders = new("ForwardedHeaders_Enabled", Kinds.Switch, false)
    {
        Meaning = "The framework's way of believing any proxy, in the environment as `ASPNETCORE_FORWARDEDHEADERS_ENABLED`. "
            + "`true` is refused: `Installation:KnownProxies` names those that are believed.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Hosts, Environment, DetailedErrors, ForwardedHeaders];

    /// <summary>What may not be.</summary>
    public static IReadOnlyList<SettingsRule> Rules { get; } =
    [
        new(Hosts, "must name the hosts in Production: one of them stands for any",
            read => read.IsDemo is not false || !NamesIn(read.Of(Hosts)).Intersect(AnyHost).Any()),
        new(Environment, "must not be Development in Production (ASPNETCORE_ENVIRONMENT or DOTNET_ENVIRONMENT)",
            read => read.IsDemo is not false
                || !read.Of(Environment).Equals(Environments.Development, StringComparison.OrdinalIgnoreCase)),
        new(DetailedErrors, "must be false in Production", read => read.IsDemo is not false || !read.Of(DetailedErrors)),
        new(ForwardedHeaders, "must be false: it believes anybody. Name the proxies in Installation:KnownProxies",
            read => !read.Of(ForwardedHeaders)),
    ];

    /// <summary>
    /// What a host that is being built goes by: its settings, with the environment that it has taken, which a variable of
    /// another program may hide.
    /// </summary>
    public static IConfiguration Of(WebApplicationBuilder builder) => new ConfigurationBuilder()
        .AddConfiguration(builder.Configuration)
        .AddInMemoryCollection([new(Environment.Key, builder.Environment.EnvironmentName)])
        .Build();

    private static string[] NamesIn(string hosts) =>
        hosts.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsName(string host) => AnyHost.Contains(host)
        || Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) is not UriHostNameType.Unknown;
}
