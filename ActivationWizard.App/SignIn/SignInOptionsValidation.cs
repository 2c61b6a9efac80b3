using ActivationWizard.App.Hosting;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.SignIn;

/// <summary>Production signs in with OpenID Connect, Demo with its own people; never a bit of both.</summary>
public sealed class SignInOptionsValidation(Installation installation, IConfiguration configuration)
    : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var failures = (installation.IsDemo ? ForDemo() : ForProduction(options)).ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> ForDemo()
    {
        if (configuration.GetSection(SignInOptions.Section).Exists())
            yield return "SignIn is for Installation:Mode Production: a Demo installation signs in with its own people.";
    }

    private static IEnumerable<string> ForProduction(SignInOptions options)
    {
        if (!IsAuthority(options.Authority))
            yield return "SignIn:Authority must be the https address of the identity provider.";
        foreach (var (key, value) in Required(options))
        {
            if (string.IsNullOrWhiteSpace(value))
                yield return $"SignIn:{key} is missing.";
        }

        var roles = options.Roles;
        if (new[] { roles.Employee, roles.TeamLead, roles.SystemManager }.Distinct(StringComparer.Ordinal).Count() < 3)
            yield return "SignIn:Roles must give each role a value of its own.";
    }

    private static IEnumerable<(string Key, string? Value)> Required(SignInOptions options) =>
    [
        (nameof(options.ClientId), options.ClientId),
        (nameof(options.ClientSecret), options.ClientSecret),
        (nameof(options.RoleClaim), options.RoleClaim),
        ("Roles:Employee", options.Roles.Employee),
        ("Roles:TeamLead", options.Roles.TeamLead),
        ("Roles:SystemManager", options.Roles.SystemManager),
    ];

    private static bool IsAuthority(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
