using System.Collections.Frozen;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Words;

/// <summary>The value that a rule was looked at with: recorded as a code, said in words where there are words for it.</summary>
public static class RuleValue
{
    private static readonly Type[] Kinds =
    [
        typeof(Requester), typeof(CodeKind), typeof(PersonMatch), typeof(TenancyStatus), typeof(ProtectionStatus),
        typeof(AdministratorStatus),
        typeof(ContactsStatus), typeof(ArrangementStatus), typeof(AccountStatus), typeof(CustomerMatch), typeof(EmailComparison),
        typeof(AddressStatus),
    ];

    private static readonly FrozenDictionary<string, string[]> KeysOf = Kinds
        .SelectMany(kind => Enum.GetNames(kind).Select(name => (Name: name, Key: $"{kind.Name}{name}")))
        .GroupBy(one => one.Name)
        .ToFrozenDictionary(group => group.Key, group => group.Select(one => one.Key).ToArray());

    /// <summary>In words when the code can mean only one thing in this language; the code itself otherwise.</summary>
    public static string Of(string value)
    {
        var words = KeysOf.GetValueOrDefault(value, [])
            .Select(key => FactsText.ResourceManager.GetString(key, System.Globalization.CultureInfo.CurrentUICulture))
            .OfType<string>()
            .Distinct()
            .ToList();
        return words is [var one] ? one : value;
    }
}
