using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App.SearchWords;

/// <summary>
/// What a page is asked, by the names of its fields. An address that is made of it has words only as they were sealed; words that
/// stand in an address in clear count for nothing.
/// </summary>
public sealed class AskedFields
{
    private readonly FieldNames _names;
    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly string? _sealed;

    private AskedFields(FieldNames names, Func<string, string?> valueOf, string? sealedWords, bool isUnreadable)
    {
        _names = names;
        _given = names.All.Select(name => (Name: name, Value: valueOf(name)?.Trim()))
            .Where(one => one.Value is { Length: > 0 })
            .ToDictionary(one => one.Name, one => one.Value!);
        (_sealed, IsUnreadable) = (sealedWords, isUnreadable);
    }

    /// <summary>True when the address has words that do not open for its reader: there are none then.</summary>
    public bool IsUnreadable { get; }

    /// <summary>The names of what is asked.</summary>
    public IEnumerable<string> Names => _given.Keys;

    /// <summary>What stands under this name; null for nothing.</summary>
    public string? this[string name] => _given.GetValueOrDefault(name);

    /// <summary>As a form has it: words in clear, and not sealed yet. Blank is nothing.</summary>
    public static AskedFields Read(FieldNames names, Func<string, string?> valueOf) => new(names, valueOf, null, false);

    /// <summary>As an address has it, for its reader.</summary>
    public static AskedFields Of(FieldNames names, string address, SealedWords words, Actor reader)
    {
        var valueOf = ValuesOf(address);
        var given = valueOf(SealedWords.QueryName);
        var opened = given is null ? null : words.Open(reader, given);
        return new(
            names, name => names.Words.Contains(name) ? opened?.GetValueOrDefault(name) : valueOf(name), given,
            given is not null && opened is null);
    }

    /// <summary>As an address of ours has it that never has words.</summary>
    public static AskedFields WithoutWords(FieldNames names, string address)
    {
        var valueOf = ValuesOf(address);
        return new(names, name => names.Words.Contains(name) ? null : valueOf(name), null, false);
    }

    /// <summary>The same with something else under this name; null takes it out. Of words, all are to be sealed anew.</summary>
    public AskedFields With(string name, string? value)
    {
        var isOfWords = _names.Words.Contains(name);
        return new(
            _names, one => one == name ? value : this[one], isOfWords ? null : _sealed, IsUnreadable && !isOfWords);
    }

    /// <summary>The same with its words sealed for their reader, as an address can have them.</summary>
    public AskedFields Sealed(SealedWords words, Actor reader)
    {
        var typed = _names.Words.Where(_given.ContainsKey).Select(name => KeyValuePair.Create(name, _given[name])).ToList();
        return new(_names, name => this[name], typed.Count is 0 ? null : words.Seal(reader, typed), false);
    }

    /// <summary>The address of a page that is asked this; words that are not sealed are not in it.</summary>
    public string AddressAt(string page)
    {
        var clear = _names.All.Where(name => _given.ContainsKey(name) && !_names.Words.Contains(name))
            .Select(name => KeyValuePair.Create(name, this[name]));
        return QueryHelpers.AddQueryString(
            page, _sealed is null ? clear : clear.Append(KeyValuePair.Create(SealedWords.QueryName, (string?)_sealed)));
    }

    private static Func<string, string?> ValuesOf(string address)
    {
        var values = QueryHelpers.ParseQuery(new Uri(new Uri("http://localhost"), address).Query);
        return name => values.TryGetValue(name, out var found) ? found[0] : null;
    }
}
