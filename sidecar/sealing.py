"""Sealing bytes with a key (Fernet: AES-128-CBC with HMAC-SHA256). Large; loaded only where there is no keyring."""

from cryptography.fernet import Fernet, InvalidToken


def new_key() -> bytes:
    """Return a fresh key."""
    return Fernet.generate_key()


def seal(key: bytes, content: bytes) -> bytes:
    """Return `content` sealed; raises ValueError when the key is none."""
    return Fernet(key).encrypt(content)


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Return what was sealed; raises ValueError when the key does not fit or the seal is damaged."""
    try:
        return Fernet(key).decrypt(sealed)
    except InvalidToken as error:
        raise ValueError("the seal does not open") from error
