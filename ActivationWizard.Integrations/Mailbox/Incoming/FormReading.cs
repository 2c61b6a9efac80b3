using System.Text;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// What the labelled lines of a mail say, field by field as it was written: nothing of it is checked, and the words of a choice
/// are whatever the form calls them.
/// </summary>
/// <param name="Values">Of each label that was there, the first value; empty for a label with nothing behind it.</param>
/// <param name="Twice">Fields that were there more than once, with another value: none of them is to be believed.</param>
/// <param name="Unknown">Labels that are not known, at most <see cref="MostUnknown"/> of them.</param>
public sealed record FormReading(
    IReadOnlyDictionary<FormField, string> Values, IReadOnlyList<FormField> Twice, IReadOnlyList<string> Unknown)
{
    public const int MostUnknown = 50;

    private const int LongestLabel = 60;
    private const int LongestValue = 4_000;

    /// <summary>Fields that no line is about.</summary>
    public IReadOnlyList<FormField> Missing => [.. Enum.GetValues<FormField>().Where(one => !Values.ContainsKey(one))];

    /// <summary>The value of a field; null when it was not there, or twice.</summary>
    public string? this[FormField field] => !Twice.Contains(field) && Values.TryGetValue(field, out var value) ? value : null;

    /// <summary>
    /// Reads <c>label: value</c>, a label and a value in two cells, and a label on a line above its value. A value goes on, over
    /// lines that the mail was folded into, to the next label or an empty line; a remark to the next label.
    /// </summary>
    /// <param name="text">The text of the mail.</param>
    /// <param name="isForm">False for what a person wrote, where the next line is the next sentence.</param>
    public static FormReading Of(string text, bool isForm = true)
    {
        var reader = new Lines(isForm);
        foreach (var line in text.Split('\n'))
            reader.Take(line.Trim());
        return reader.Read();
    }

    private sealed class Lines(bool isForm)
    {
        private readonly Dictionary<FormField, string> _values = [];
        private readonly HashSet<FormField> _twice = [];
        private readonly List<string> _unknown = [];
        private readonly StringBuilder _value = new();
        private FormField? _field;

        public void Take(string line)
        {
            if (Labelled(line) is var (label, value) && (FormLabels.FieldOf(label) is not null || _field is not FormField.Remark))
                Begin(FormLabels.FieldOf(label), label, value);
            else if (line.Length is > 0 and <= LongestLabel && FormLabels.FieldOf(line) is { } alone)
                Begin(alone, line, "");
            else if (_field is FormField.Remark)
                Add(line, '\n');
            else if ((line.Length is 0 || !isForm) && !string.IsNullOrWhiteSpace($"{_value}"))
                End();
            else
                Add(line, ' ');
        }

        public FormReading Read()
        {
            End();
            return new FormReading(_values, [.. _twice.Order()], _unknown);
        }

        private void Begin(FormField? field, string label, string value)
        {
            End();
            _field = field;
            if (field is null && _unknown.Count < MostUnknown && !_unknown.Contains(label, StringComparer.OrdinalIgnoreCase))
                _unknown.Add(label);
            Add(value, ' ');
        }

        private void Add(string text, char between)
        {
            if (_field is not null && _value.Length <= LongestValue)
                (_value.Length > 0 ? _value.Append(between) : _value).Append(CleanText.Start(text, LongestValue));
        }

        private void End()
        {
            if (_field is { } field && _value.ToString().Trim() is var value && !_values.TryAdd(field, value)
                && _values[field] != value)
                _twice.Add(field);
            _value.Clear();
            _field = null;
        }

        // A label is a few words; what stands before a colon in an address or a time is none.
        private static (string Label, string Value)? Labelled(string line)
        {
            var end = line.AsSpan(0, Math.Min(line.Length, LongestLabel)).IndexOfAny(':', '\t');
            if (end < 1 || line.AsSpan(end + 1).StartsWith("//"))
                return null;
            var label = line[..end].Trim(' ', '*', '-', '\u2022').TrimEnd(':');
            return label.Any(char.IsLetter) ? (label, line[(end + 1)..].Trim(' ', '\t', ':', '*')) : null;
        }
    }
}
