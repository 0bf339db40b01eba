"""Does the subject line say what the email is about?"""

from sidecar.lint.facts.prose import Stretch

_FILLER = frozenset(
    "re fw fwd a an the of for to in on my your our i me you is it this that please pls plz kindly urgent urgently hello hi hey dear sir madam doctor dr prof "
    "professor small little quick favor favour request question questions query help need needed regarding about concerning important if have time "
    "follow following up followup hope dream from with and or q lor one some any just very third second first last attempt day all mail email message "
    "greetings good morning subject no new".split()
)
_TOPICS = frozenset(
    "letter letters recommendation recommendations recomendation lor lors reference references residency residencies applicant application applications update updates step visa "
    "interview interviews thank thanks connection conection ties tie interest interested intent observer observership rotation rotated externship ecfmg aamc eras match matched unmatched program "
    "score scores result results citizenship graduation ead h1b h j sponsorship eligibility eligible requirement requirements certification usce img imgs intern "
    "extern resident pgy medicine surgery pediatrics psychiatry neurology pathology radiology family anesthesiology ob gyn publication reminder usmle decision rejection "
    "elective electives clerkship fellowship applying intention mspe reply ranking choice rank training career cutoff support".split()
)


def tells_its_purpose(subject: Stretch, *, thanks: bool) -> bool:
    """Tell whether the subject names a topic and a second word of substance; "Thank you" is enough for thanks."""
    words = subject.words
    if thanks and words & {"thank", "thanks"}:
        return True
    substance = words - _FILLER
    short_names = {"lor", "lors"} & words
    return bool(words & _TOPICS) and len(substance | short_names) >= 2
